#ifndef BUILD_IDENTITY_H
#define BUILD_IDENTITY_H

#include <stddef.h>

/// Copies the build id of the running program, at most `capacity` bytes of it.
///
/// Returns how many bytes were copied; 0 where the program has none.
size_t build_identity(unsigned char *bytes, size_t capacity);

#endif
