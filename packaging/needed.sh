# Debian packages, by what they are for. Sourced.
# libwayland-cursor0: dpkg-shlibdeps looks for every library that the program is linked with.
linux_build=(dpkg-dev binutils patchelf appstream desktop-file-utils libwayland-cursor0)
windows_build=(nsis gcc-mingw-w64-x86-64 osslsigncode ca-certificates)
linux_check=(binutils debootstrap debian-archive-keyring curl xvfb xdotool)
windows_check=(wine64 gcc-mingw-w64-x86-64 nsis osslsigncode openssl xvfb xdotool)
