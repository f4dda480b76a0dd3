"""The preview of a paste: every cell before and after, what cannot be taken and why, before anything is changed."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.book import Book
from tracker.i18n import _, counted
from tracker.models.paste import Plan
from tracker.models.paste_preview import REMARK, PastePreview
from tracker.widgets.parts import topics
from tracker.widgets.parts.style import current
from tracker.widgets.tables.paint import CellPainter
from tracker.widgets.tables.view import ROW_HEIGHT

_WIDTHS = (184, 120, 144, 144)


class PasteDialog(QDialog):
    """Accepted only when nothing is wrong, or when the person chose to leave out what is."""

    def __init__(self, plan: Plan, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Paste"))
        topics.about(self, "tables")
        self.plan = plan
        self._view = QTableView()
        self._view.setAccessibleName(_("What the paste changes"))
        self._view.setModel(PastePreview(plan, book, current(), self))
        self.skip = QCheckBox(_("Leave out what is wrong"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        text = counted("Change {n} cell", "Change {n} cells", plan.good)
        self.apply: QPushButton = buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
        self.apply.setDefault(True)
        self._set_up_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (self._summary(), self._view, self.skip, buttons):
            column.addWidget(widget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.skip.toggled.connect(self._refresh)
        self.skip.setVisible(bool(plan.wrong))
        self._refresh()
        self.resize(960, 480)

    def _set_up_view(self) -> None:
        view = self._view
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setShowGrid(False)
        painter = CellPainter(view)
        painter.palette = current()
        view.setItemDelegate(painter)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        for column, width in enumerate(_WIDTHS):
            view.setColumnWidth(column, width)
        view.horizontalHeader().setStretchLastSection(True)
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        view.setColumnHidden(REMARK, not self.plan.wrong)

    def _summary(self) -> QLabel:
        plan = self.plan
        said = [counted("{n} cell changes", "{n} cells change", plan.good)]
        if plan.new:
            said.append(counted("{n} record is new", "{n} records are new", plan.new))
        if plan.wrong:
            said.append(counted("{n} cell is wrong", "{n} cells are wrong", plan.wrong))
        return QLabel(", ".join(said) + ". " + _("It can be undone in one step."), wordWrap=True)

    @Slot()
    def _refresh(self) -> None:
        self.apply.setEnabled(bool(self.plan.records) and (not self.plan.wrong or self.skip.isChecked()))
