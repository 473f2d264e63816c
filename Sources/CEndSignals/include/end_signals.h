#ifndef END_SIGNALS_H
#define END_SIGNALS_H

/// Calls `undo` on a thread of its own, once, when the process gets SIGINT, SIGTERM, SIGHUP or
/// SIGPIPE; signals that are ignored stay so. `undo` ends with `end_signals_raise`.
void end_signals_watch(void (*undo)(int number));

/// Ends the process as the signal would have done by itself.
void end_signals_raise(int number);

#endif
