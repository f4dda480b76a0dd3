"""What macOS is told of the program and its documents: the part of Info.plist that is not PyInstaller's own."""

from typing import Any

IDENTIFIER = "org.missiontracker.missiontracker"
DOCUMENT = f"{IDENTIFIER}.store"
DOCUMENT_ICON = "mission-tracker-store.icns"


def info() -> dict[str, Any]:
    return {
        "CFBundleDisplayName": "Mission Tracker",
        "CFBundleLocalizations": ["en", "ru"],
        "LSApplicationCategoryType": "public.app-category.reference",
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Mission Tracker store",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": DOCUMENT_ICON,
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [DOCUMENT],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": DOCUMENT,
                "UTTypeDescription": "Mission Tracker store",
                "UTTypeIconFile": DOCUMENT_ICON,
                "UTTypeConformsTo": ["public.database"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["tracker"],
                    "public.mime-type": ["application/vnd.mission-tracker"],
                },
            }
        ],
    }
