#ifndef FILE_EXCHANGE_H
#define FILE_EXCHANGE_H

/// Lets two paths of one file system change places in one step.
///
/// Returns 0, or -1 with `errno` set; both paths are then as they were.
int file_exchange(const char *one, const char *other);

#endif
