"""What Windows shows of the program file: its version and name, in the form PyInstaller reads."""

from pathlib import Path

_TEXTS = {
    "CompanyName": "Mission Tracker developers",
    "FileDescription": "Mission Tracker",
    "LegalCopyright": "MIT licence",
    "OriginalFilename": "mission-tracker.exe",
    "ProductName": "Mission Tracker",
}
_AMERICAN, _UNICODE = 0x0409, 1200


def version_file(folder: Path, version: str) -> str:
    path = folder / "version.txt"
    path.write_text(version_info(version), encoding="utf-8")
    return str(path)


def version_info(version: str) -> str:
    """Four numbers for the system, texts for people."""
    numbers = tuple(int(part) for part in (*version.split("."), "0", "0", "0")[:4])
    texts = _TEXTS | {"FileVersion": version, "ProductVersion": version}
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in sorted(texts.items()))
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}), kids=["
        f"StringFileInfo([StringTable('{_AMERICAN:04x}{_UNICODE:04x}', [{strings}])]), "
        f"VarFileInfo([VarStruct('Translation', [{_AMERICAN}, {_UNICODE}])])])\n"
    )
