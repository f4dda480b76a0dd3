; Inno Setup's recipe for an installer on Windows, for one person, without an administrator. After `build.py` there:
;   iscc /DVersion=0.1.0 packaging\mission-tracker.iss        (the version that `mission-tracker --version` says)
#ifndef Version
  #error Say which version: iscc /DVersion=...
#endif

[Setup]
AppId=org.missiontracker.missiontracker
AppName=Mission Tracker
AppVersion={#Version}
AppPublisher=Mission Tracker developers
DefaultDirName={autopf}\Mission Tracker
DefaultGroupName=Mission Tracker
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile=..\LICENSE
OutputDir=..\dist
OutputBaseFilename=mission-tracker-{#Version}-windows-x64
SetupIconFile=..\build\package\icons\mission-tracker.ico
UninstallDisplayIcon={app}\mission-tracker.exe
Compression=lzma2
SolidCompression=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "ru"; MessagesFile: "compiler:Languages\Russian.isl"

[CustomMessages]
en.Store=Mission Tracker store
ru.Store=Хранилище Хроники полётов

[Files]
Source: "..\build\package\bundle\mission-tracker\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{group}\Mission Tracker"; Filename: "{app}\mission-tracker.exe"

; A double click on a store opens it. Stores lie in the homes of their owners, and uninstalling leaves them there.
[Registry]
Root: HKA; Subkey: "Software\Classes\.tracker"; ValueType: string; ValueData: "MissionTracker.Store"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\MissionTracker.Store"; ValueType: string; ValueData: "{cm:Store}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\MissionTracker.Store\DefaultIcon"; ValueType: string; ValueData: "{app}\_internal\mission-tracker-store.ico"
Root: HKA; Subkey: "Software\Classes\MissionTracker.Store\shell\open\command"; ValueType: string; ValueData: """{app}\mission-tracker.exe"" ""%1"""
