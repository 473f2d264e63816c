internal import CXlsxWriter

extension WorkbookWriter {
  /// The version of libxlsxwriter that writes the workbooks, for example `1.1.4`.
  public static var libraryVersion: String {
    lxw_version().map { String(cString: $0) } ?? ""
  }
}
