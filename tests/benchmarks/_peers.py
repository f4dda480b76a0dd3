"""The same events as files of other programs: a task for each, all of them in one list, so that every bar is drawn."""

import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from xml.sax.saxutils import quoteattr

from tracker.domain.records import Event, Record

LENGTH = timedelta(hours=8)  # of a task: to these programs everything takes its time
LATER = timedelta(days=70 * 365)  # all of it: Planner knows no time before 1970
PLANNER = """<?xml version="1.0"?>
<project name="Missions" company="" manager="" phase="" project-start="{start}" mrproject-version="2" calendar="1">
<calendars>
<day-types>
<day-type id="0" name="Working" description=""/>
<day-type id="1" name="Nonworking" description=""/>
<day-type id="2" name="Use base" description=""/>
</day-types>
<calendar id="1" name="Default">
<default-week mon="0" tue="0" wed="0" thu="0" fri="0" sat="0" sun="0"/>
<overridden-day-types>
<overridden-day-type id="0"><interval start="0000" end="2400"/></overridden-day-type>
</overridden-day-types>
<days/>
</calendar>
</calendars>
<tasks>
{tasks}
</tasks>
<resource-groups/>
<resources/>
<allocations/>
</project>
"""
PLANNER_TASK = """<task id="{number}" name={name} note="" work="28800" start="{start}" end="{end}" work-start="{start}"
 percent-complete="0" priority="0" type="normal" scheduling="fixed-work">
<constraint type="must-start-on" time="{start}"/></task>"""
PLAN = """<?xml version="1.0" encoding="UTF-8"?>
<plan mime="application/x-vnd.kde.plan" version="0.6.6" editor="Plan">
<project name="Missions" id="P" timezone="UTC" scheduling="MustStartOn" start-time="{start}" end-time="{end}">
{tasks}
<schedules><plan name="Plan" id="M" distribution="0">
<schedule id="1" name="Plan" type="Expected" not-scheduled="0" start="{start}" end="{end}"/>
</plan></schedules>
</project>
</plan>
"""
PLAN_TASK = """<task id="T{number}" name={name} scheduling="FixedInterval" constraint-starttime="{start}"
 constraint-endtime="{end}"><estimate expected="8" optimistic="0" pessimistic="0" type="Duration" unit="h"/>
<schedules><schedule id="1" name="Plan" type="Expected" not-scheduled="0" start="{start}" end="{end}"
 earlystart="{start}" latefinish="{end}" duration="0 8:0:0.0"/></schedules></task>"""
CONTEXT = """<?xml version="1.0" encoding="UTF-8"?>
<context editor="Plan" mime="application/x-vnd.kde.plan" version="0">
<context current-schedule="1" current-view="GanttView"><categories>
{categories}
</categories></context>
</context>
"""
VIEWS = {  # those that a project of Plan's has from the first
    "Editors": "CalendarEditor AccountsEditor ResourceEditor TaskEditor DependencyEditor ScheduleHandlerView",
    "Views": "GanttView MilestoneGanttView ResourceAppointmentsView ResourceAppointmentsGanttView AccountsView",
    "Execution": "TaskStatusView TaskView TaskWorkPackageView",
    "Reports": "PerformanceStatusView ReportsGeneratorView",
}
Task = dict[str, object]


def write_planner(path: Path, records: Iterable[Record]) -> None:
    """A file of GNOME Planner's, which opens with its Gantt."""
    tasks = list(_tasks(records, "%Y%m%dT%H%M%SZ"))
    path.write_text(PLANNER.format(start=tasks[0]["start"], tasks=_lines(PLANNER_TASK, tasks)), encoding="utf-8")


def write_plan(path: Path, records: Iterable[Record]) -> None:
    """A file of Calligra Plan's, scheduled already, which opens with its Gantt."""
    tasks = list(_tasks(records, "%Y-%m-%dT%H:%M:%SZ"))
    text = PLAN.format(start=tasks[0]["start"], end=tasks[-1]["end"], tasks=_lines(PLAN_TASK, tasks))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("mimetype"), "application/x-vnd.kde.plan")
        file.writestr("maindoc.xml", text)
        file.writestr("context.xml", CONTEXT.format(categories="".join(map(_category, VIEWS))))


def _category(name: str) -> str:
    views = (f'<view viewtype="{view}" tag="{view}" name="{view}" tooltip=""/>' for view in VIEWS[name].split())
    return f'<category tag="{name}" name="{name}">{"".join(views)}</category>'


def _lines(template: str, tasks: Iterable[Task]) -> str:
    return "\n".join(template.format(**task) for task in tasks)


def _tasks(records: Iterable[Record], form: str) -> Iterator[Task]:
    """What the templates ask for, with times in the form that a program wants."""
    events = (record for record in records if isinstance(record, Event))
    for number, event in enumerate(events, 1):
        start = _start(event)
        times = {"start": start.strftime(form), "end": (start + LENGTH).strftime(form)}
        yield {"number": number, "name": quoteattr(event.name), **times}


def _start(event: Event) -> datetime:
    if event.actual is None or event.actual.start is None:
        raise ValueError("a task needs a time")
    return event.actual.start + LATER
