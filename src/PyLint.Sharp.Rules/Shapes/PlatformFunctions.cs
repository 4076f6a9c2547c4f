using System.Collections.Frozen;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Functions of the library that some systems lack, so that their name alone may be a question whether they are there.</summary>
/// <remarks>By the notes on availability in the library reference of Python 3.14.</remarks>
internal static class PlatformFunctions
{
    /// <summary>Most of <c>os</c> is there on some systems only; these have no such note.</summary>
    private static readonly FrozenSet<string> OfOsEverywhere = FrozenSet.Create(
        StringComparer.Ordinal,
        "access", "chdir", "chmod", "close", "cpu_count", "device_encoding", "fdopen", "fsdecode", "fsencode", "fspath", "fstat", "fsync", "get_exec_path", "get_terminal_size",
        "getcwd", "getcwdb", "getenv", "getpid", "isatty", "listdir", "lseek", "lstat", "makedirs", "mkdir", "open", "read", "remove", "removedirs", "rename", "renames",
        "replace", "rmdir", "scandir", "stat", "strerror", "unlink", "urandom", "utime", "walk", "write");

    /// <summary>Of modules that every system has.</summary>
    private static readonly FrozenSet<string> Elsewhere = FrozenSet.Create(
        StringComparer.Ordinal,
        "time.clock_getres", "time.clock_gettime", "time.clock_gettime_ns", "time.clock_settime", "time.clock_settime_ns", "time.pthread_getcpuclockid", "time.tzset",
        "signal.alarm", "signal.getitimer", "signal.pause", "signal.pidfd_send_signal", "signal.pthread_kill", "signal.pthread_sigmask", "signal.setitimer",
        "signal.siginterrupt", "signal.sigpending", "signal.sigtimedwait", "signal.sigwait", "signal.sigwaitinfo",
        "socket.CMSG_LEN", "socket.CMSG_SPACE", "socket.fromshare", "socket.if_indextoname", "socket.if_nameindex", "socket.if_nametoindex", "socket.recv_fds", "socket.send_fds",
        "socket.sethostname", "socket.socketpair", "select.devpoll", "select.epoll", "select.kevent", "select.kqueue", "select.poll",
        "sys.getdlopenflags", "sys.setdlopenflags", "sys.getwindowsversion", "locale.bindtextdomain", "locale.dcgettext", "locale.dgettext", "locale.gettext",
        "locale.nl_langinfo", "locale.textdomain", "threading.get_native_id", "ssl.enum_certificates", "ssl.enum_crls",
        "asyncio.open_unix_connection", "asyncio.start_unix_server");

    /// <summary>True for one of these, by its full name.</summary>
    public static bool Has(string name) =>
        name.StartsWith("os.", StringComparison.Ordinal) && !name.StartsWith("os.path.", StringComparison.Ordinal) ? !OfOsEverywhere.Contains(name[3..]) : Elsewhere.Contains(name);
}
