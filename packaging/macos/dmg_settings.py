"""For dmgbuild: the disk image with the program and the folder to drag it to. Not run: it needs macOS."""

application = "build/folder/Refund Terminal.app"
files = [application]
symlinks = {"Applications": "/Applications"}
icon = "build/icons/app.icns"
icon_locations = {"Refund Terminal.app": (140, 120), "Applications": (420, 120)}
window_rect = ((200, 200), (560, 320))
format = "UDZO"
filesystem = "APFS"
