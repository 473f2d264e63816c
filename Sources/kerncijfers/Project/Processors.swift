#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Schemas

/// The machine's processors.
enum Processors {
  /// How many of them are on line, at least one.
  static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

/// The clock on the wall; only for what is not hashed.
enum WallClock {
  /// The seconds since 1 January 1970.
  static var secondsSince1970: Int { time(nil) }

  /// The moment, in Greenwich: `2019-06-03T06:00:00Z`.
  static var now: String {
    let second = secondsSince1970 % 86_400
    let parts = [second / 3600, second / 60 % 60, second % 60].map { part in
      (part < 10 ? "0" : "") + String(part)
    }
    return "\(today)T\(parts.joined(separator: ":"))Z"
  }

  /// The day, in Greenwich.
  static var today: CalendarDate {
    CalendarDate(daysSince1970: Int32(clamping: secondsSince1970 / 86_400))
  }
}
