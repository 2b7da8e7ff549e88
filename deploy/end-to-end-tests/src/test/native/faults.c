/*
 * Faults of a disk and of a clock, between a program and the C library: LD_PRELOAD names this library, SOTO_FAULTS a file
 * of one page that both the program and a test map. Compiled by vn.soto.e2e.faults.FaultyHost, which has the same layout.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

struct controls {
    long clock_offset;  /* nanoseconds added to the time of day; the monotonic clock stays as it is */
    long sync_error;    /* errno of each sync of the file; 0: none fails */
    long write_error;   /* errno of each write to the file; 0: none fails. ENOSPC: no file system has room, either */
    long hold_syncs;    /* while not 0, a sync of the file waits */
    long failed_syncs;  /* counted */
    long held_syncs;    /* counted, those that went on again too */
    long failed_writes; /* counted */
    long synced;        /* counted: syncs of the file that were handed on */
    char file[128];     /* end of the file's path */
    long read_error;    /* errno of each read of the file at a place; 0: none fails */
    long failed_reads;  /* counted */
};

static struct controls *controls;

__attribute__((constructor)) static void map_controls(void) {
    const char *path = getenv("SOTO_FAULTS");
    int fd = path == NULL ? -1 : open(path, O_RDWR | O_CLOEXEC);
    if (fd < 0) {
        return;
    }
    void *page = mmap(NULL, sizeof *controls, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    close(fd);
    controls = page == MAP_FAILED ? NULL : page;
}

static long get(long *field) { return __atomic_load_n(field, __ATOMIC_SEQ_CST); }

static void count(long *field) { __atomic_add_fetch(field, 1, __ATOMIC_SEQ_CST); }

static int is_the_file(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    size_t end = strnlen(controls->file, sizeof controls->file);
    return length > 0 && end > 0 && (size_t)length >= end && memcmp(path + length - end, controls->file, end) == 0;
}

static int synced(int fd, long number) {
    if (controls != NULL && is_the_file(fd)) {
        if (get(&controls->hold_syncs)) {
            count(&controls->held_syncs);
            while (get(&controls->hold_syncs)) {
                usleep(1000);
            }
        }
        if (get(&controls->sync_error)) {
            count(&controls->failed_syncs);
            errno = (int)get(&controls->sync_error);
            return -1;
        }
        count(&controls->synced);
    }
    return (int)syscall(number, fd);
}

int fsync(int fd) { return synced(fd, SYS_fsync); }

int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

static int refused(int fd) {
    if (controls == NULL || !get(&controls->write_error) || !is_the_file(fd)) {
        return 0;
    }
    count(&controls->failed_writes);
    errno = (int)get(&controls->write_error);
    return 1;
}

ssize_t write(int fd, const void *from, size_t size) {
    return refused(fd) ? -1 : syscall(SYS_write, fd, from, size);
}

ssize_t pwrite64(int fd, const void *from, size_t size, off64_t at) {
    return refused(fd) ? -1 : syscall(SYS_pwrite64, fd, from, size, at);
}

ssize_t pwrite(int fd, const void *from, size_t size, off_t at) { return pwrite64(fd, from, size, at); }

static int without_room(int failed, unsigned long *free) {
    if (!failed && controls != NULL && get(&controls->write_error) == ENOSPC) {
        *free = 0;
    }
    return failed;
}

int statvfs64(const char *restrict path, struct statvfs64 *restrict found) {
    static int (*real)(const char *, struct statvfs64 *);
    if (real == NULL) {
        real = (int (*)(const char *, struct statvfs64 *))dlsym(RTLD_NEXT, "statvfs64");
    }
    return without_room(real(path, found), &found->f_bavail);
}

int statvfs(const char *restrict path, struct statvfs *restrict found) {
    static int (*real)(const char *, struct statvfs *);
    if (real == NULL) {
        real = (int (*)(const char *, struct statvfs *))dlsym(RTLD_NEXT, "statvfs");
    }
    return without_room(real(path, found), &found->f_bavail);
}

ssize_t pread64(int fd, void *to, size_t size, off64_t at) {
    if (controls != NULL && get(&controls->read_error) && is_the_file(fd)) {
        count(&controls->failed_reads);
        errno = (int)get(&controls->read_error);
        return -1;
    }
    return syscall(SYS_pread64, fd, to, size, at);
}

ssize_t pread(int fd, void *to, size_t size, off_t at) { return pread64(fd, to, size, at); }

int clock_gettime(clockid_t clock, struct timespec *now) {
    static int (*real)(clockid_t, struct timespec *);
    if (real == NULL) {
        real = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    }
    int failed = real(clock, now);
    if (!failed && controls != NULL && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
        long nanos = now->tv_nsec + get(&controls->clock_offset) % 1000000000L;
        now->tv_sec += get(&controls->clock_offset) / 1000000000L + (nanos < 0 ? -1 : nanos / 1000000000L);
        now->tv_nsec = (nanos + 1000000000L) % 1000000000L;
    }
    return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    struct timespec time;
    (void)zone;
    int failed = clock_gettime(CLOCK_REALTIME, &time);
    now->tv_sec = time.tv_sec;
    now->tv_usec = time.tv_nsec / 1000;
    return failed;
}

time_t time(time_t *to) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (to != NULL) {
        *to = now.tv_sec;
    }
    return now.tv_sec;
}
