/*
 * A disk that fails when it is told to, and that writes down what it is asked to do.
 *
 * Loaded with LD_PRELOAD (Linux, glibc). Looks only at files below the directory SHIM_ROOT; paths are
 * absolute there. Nothing is synced for real: the power is cut in the journal only.
 *
 *   shim_arm     from now on count the calls that write, and fail some of them
 *   shim_record  from now on append every call that changed something to a journal elsewhere
 *
 * A record of the journal is a line "what <TAB> path <TAB> number <TAB> length" and then so many bytes:
 *   write path offset bytes | size path new-size | create path | mkdir path | unlink path
 *   rename path 0 new-path | sync path
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define NEXT(name)                                              \
    ({                                                          \
        static __typeof__(name) *next;                          \
        if (!next) next = (__typeof__(name) *)dlsym(RTLD_NEXT, #name); \
        next;                                                   \
    })

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static long seen, first, times, failed;
static int code;
static bool armed, only_growing;
static int journal = -1;

/* ---- what tests call ---- */

/* The n-th call fails with this errno, and the count - 1 calls after it. `growing`: calls that take no
   space on the disk pass even then, as they do on a full one. */
void shim_arm(long n, int error, long count, int growing) {
    pthread_mutex_lock(&lock);
    seen = failed = 0;
    first = n, times = count, code = error, only_growing = growing, armed = true;
    pthread_mutex_unlock(&lock);
}

void shim_heal(void) { armed = false; }

long shim_failed(void) { return failed; }

int shim_record(const char *path) {
    journal = NEXT(open64)(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    return journal;
}

/* ---- which files, which calls ---- */

static bool is_watched(const char *path) {
    static const char *root;
    if (!root && !(root = getenv("SHIM_ROOT"))) return false;
    size_t length = strlen(root);
    return strncmp(path, root, length) == 0 && path[length] == '/';
}

static bool path_of(int fd, char path[PATH_MAX]) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return false;
    path[length] = 0;
    static const char gone[] = " (deleted)";
    size_t tail = sizeof gone - 1;
    if ((size_t)length > tail && strcmp(path + length - tail, gone) == 0) return false;
    return is_watched(path);
}

/* Whether this call is one that fails. The caller holds the lock. */
static bool fails(bool grows) {
    if (!armed) return false;
    ++seen;
    if (seen < first || failed >= times || (only_growing && !grows)) return false;
    ++failed;
    errno = code;
    return true;
}

static off64_t size_of(int fd) {
    struct stat64 found;
    return fstat64(fd, &found) == 0 ? found.st_size : 0;
}

static void note(const char *what, const char *path, long long number, const void *bytes, size_t length) {
    if (journal < 0) return;
    char line[PATH_MAX + 64];
    int head = snprintf(line, sizeof line, "%s\t%s\t%lld\t%zu\n", what, path, number, length);
    struct iovec parts[] = {{line, head}, {(void *)bytes, length}};
    int kept = errno;
    if (NEXT(writev)(journal, parts, 2) != (ssize_t)(head + length)) abort();
    errno = kept;
}

/* ---- writes ---- */

/* Half of a write that fails for lack of space is on the disk: the kernel writes what fits first. */
static ssize_t write_at(int fd, const void *bytes, size_t length, off64_t offset, bool moves) {
    char path[PATH_MAX];
    if (!path_of(fd, path)) return moves ? NEXT(write)(fd, bytes, length) : NEXT(pwrite64)(fd, bytes, length, offset);
    pthread_mutex_lock(&lock);
    off64_t at = moves ? lseek64(fd, 0, SEEK_CUR) : offset;
    ssize_t done = -1;
    if (!fails(at + (off64_t)length > size_of(fd))) {
        done = moves ? NEXT(write)(fd, bytes, length) : NEXT(pwrite64)(fd, bytes, length, offset);
        if (done >= 0) note("write", path, at, bytes, done);
    } else if (code == ENOSPC) {
        ssize_t half = NEXT(pwrite64)(fd, bytes, length / 2, at);
        if (half > 0) note("write", path, at, bytes, half);
        errno = code;
    }
    pthread_mutex_unlock(&lock);
    return done;
}

ssize_t write(int fd, const void *bytes, size_t length) { return write_at(fd, bytes, length, 0, true); }
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return write_at(fd, bytes, length, at, false); }
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) { return write_at(fd, bytes, length, at, false); }

/* As single writes: allowed, and what comes after the first short one is not written. */
ssize_t writev(int fd, const struct iovec *parts, int count) {
    char path[PATH_MAX];
    if (!path_of(fd, path)) return NEXT(writev)(fd, parts, count);
    ssize_t sum = 0;
    for (int i = 0; i < count; ++i) {
        ssize_t done = write(fd, parts[i].iov_base, parts[i].iov_len);
        if (done < 0) return sum ? sum : -1;
        sum += done;
        if ((size_t)done < parts[i].iov_len) break;
    }
    return sum;
}

/* ---- sizes ---- */

static int resize(int fd, off64_t size, bool only_up) {
    char path[PATH_MAX];
    bool watched = path_of(fd, path);
    pthread_mutex_lock(&lock);
    int done = -1;
    if (!watched || !fails(size > size_of(fd))) {
        done = only_up && size <= size_of(fd) ? 0 : NEXT(ftruncate64)(fd, size);
        if (watched && done == 0) note("size", path, size_of(fd), NULL, 0);
    }
    pthread_mutex_unlock(&lock);
    return done;
}

int ftruncate(int fd, off_t size) { return resize(fd, size, false); }
int ftruncate64(int fd, off64_t size) { return resize(fd, size, false); }
int fallocate(int fd, int mode, off_t at, off_t length) {
    char path[PATH_MAX];
    if (mode || !path_of(fd, path)) return NEXT(fallocate)(fd, mode, at, length);
    return resize(fd, at + length, true);
}
int fallocate64(int fd, int mode, off64_t at, off64_t length) { return fallocate(fd, mode, at, length); }
int posix_fallocate(int fd, off_t at, off_t length) { return fallocate(fd, 0, at, length) ? errno : 0; }
int posix_fallocate64(int fd, off64_t at, off64_t length) { return posix_fallocate(fd, at, length); }

/* ---- flushes ---- */

static int flush(int fd, int (*next)(int)) {
    char path[PATH_MAX];
    if (!path_of(fd, path)) return next(fd);
    pthread_mutex_lock(&lock);
    int done = fails(false) ? -1 : 0;
    if (done == 0) note("sync", path, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return done;
}

int fsync(int fd) { return flush(fd, NEXT(fsync)); }
int fdatasync(int fd) { return flush(fd, NEXT(fdatasync)); }

/* ---- names ---- */

/* Opening a file that is there writes nothing: only making one can fail. */
static int open_at(int directory, const char *path, int flags, mode_t mode) {
    if (!(flags & O_CREAT) || !is_watched(path)) return NEXT(openat64)(directory, path, flags, mode);
    pthread_mutex_lock(&lock);
    bool is_new = access(path, F_OK) != 0;
    int fd = is_new && fails(true) ? -1 : NEXT(openat64)(directory, path, flags, mode);
    if (fd >= 0 && is_new) note("create", path, 0, NULL, 0);
    if (fd >= 0 && flags & O_TRUNC) note("size", path, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return fd;
}

#define MODE(flags)                                        \
    ({                                                     \
        mode_t mode = 0;                                   \
        if ((flags) & (O_CREAT | __O_TMPFILE)) {           \
            va_list rest;                                  \
            va_start(rest, flags);                         \
            mode = va_arg(rest, mode_t);                   \
            va_end(rest);                                  \
        }                                                  \
        mode;                                              \
    })

int open(const char *path, int flags, ...) { return open_at(AT_FDCWD, path, flags, MODE(flags)); }
int open64(const char *path, int flags, ...) { return open_at(AT_FDCWD, path, flags, MODE(flags)); }
int openat(int at, const char *path, int flags, ...) { return open_at(at, path, flags, MODE(flags)); }
int openat64(int at, const char *path, int flags, ...) { return open_at(at, path, flags, MODE(flags)); }

int rename(const char *from, const char *to) {
    if (!is_watched(from)) return NEXT(rename)(from, to);
    pthread_mutex_lock(&lock);
    int done = fails(false) ? -1 : NEXT(rename)(from, to);
    if (done == 0) note("rename", from, 0, to, strlen(to));
    pthread_mutex_unlock(&lock);
    return done;
}

int mkdir(const char *path, mode_t mode) {
    if (!is_watched(path)) return NEXT(mkdir)(path, mode);
    pthread_mutex_lock(&lock);
    bool is_new = access(path, F_OK) != 0;
    int done = is_new && fails(true) ? -1 : NEXT(mkdir)(path, mode);
    if (done == 0) note("mkdir", path, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return done;
}

int unlink(const char *path) {
    int done = NEXT(unlink)(path);
    if (done == 0 && is_watched(path)) note("unlink", path, 0, NULL, 0);
    return done;
}
