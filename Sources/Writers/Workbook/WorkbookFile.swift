import CXlsxWriter

/// An open workbook of libxlsxwriter: makes sheets, formats and charts, and gives the bytes at the
/// end.
final class WorkbookFile {
  /// C strings that the library may look at until the workbook is closed.
  let strings = CStrings()

  /// Where the cells of figures were written, in the order of the sheets.
  var ranges: [CellRange] = []

  private let languageCode: String
  private let file: MemoryFile
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var isOpen = true

  /// Opens a workbook in a language, given as a tag such as `nl-BE`.
  init(language: String = "") throws(WorkbookError) {
    languageCode = LanguageCode.code(of: language)
    file = try MemoryFile()
    var options = lxw_workbook_options()
    options.tmpdir = MemoryFile.temporaryFolder.map(strings.pointer)
    guard let workbook = workbook_new_opt(file.path, &options) else {
      throw .refused(action: "create the workbook")
    }
    self.workbook = workbook
  }

  deinit {
    // Closing is the only way to free a workbook in this version; what it writes is thrown away.
    if isOpen { workbook_close(workbook) }
  }

  /// Writes the workbook; nothing can be added afterwards.
  func close() throws(WorkbookError) -> [UInt8] {
    isOpen = false
    try check(workbook_close(workbook), "write the workbook")
    return try file.bytes()
  }

  /// Sets what the file says about itself.
  func setProperties(
    title: String, subject: String, publisher: String, language: String, daysSince1970: Int
  ) throws(WorkbookError) {
    var properties = lxw_doc_properties()
    properties.title = strings.pointer(CellText.cleaned(title))
    properties.subject = strings.pointer(CellText.cleaned(subject))
    properties.author = strings.pointer(CellText.cleaned(publisher))
    properties.company = strings.pointer(CellText.cleaned(publisher))
    properties.created = daysSince1970 * 86_400
    try check(workbook_set_properties(workbook, &properties), "set the properties")
    guard !language.isEmpty else { return }
    // The library cannot set `dc:language`: a property of our own is what there is.
    try check(
      workbook_set_custom_property_string(workbook, "Language", language), "set the language")
  }

  /// Gives cells a name by which formulas and readers find them. Names and references that the
  /// library has no room for are left out.
  func define(_ name: String, as reference: String) throws(WorkbookError) {
    guard name.utf8.count <= 120, reference.utf8.count <= 120 else { return }
    try check(workbook_define_name(workbook, name, reference), "define the name '\(name)'")
  }

  /// Adds a sheet; the name must be allowed and free.
  func addSheet(_ name: String) throws(WorkbookError) -> Sheet {
    guard let worksheet = workbook_add_worksheet(workbook, name) else {
      throw .refused(action: "add the sheet '\(name)'")
    }
    return Sheet(name: name, worksheet: worksheet, file: self)
  }

  /// Adds a chart, which belongs to no sheet yet.
  func addChart(_ type: lxw_chart_type) throws(WorkbookError) -> UnsafeMutablePointer<lxw_chart> {
    guard let chart = workbook_add_chart(workbook, UInt8(type.rawValue)) else {
      throw .refused(action: "add a chart")
    }
    return chart
  }

  /// The format of a style, made once.
  func format(_ style: CellStyle) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(workbook) else {
      throw .refused(action: "add a format")
    }
    if !style.numberFormat.isEmpty { format_set_num_format(format, localized(style.numberFormat)) }
    format_set_align(
      format, UInt8((style.alignment == .right ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT).rawValue))
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if style.alignment == .indented { format_set_indent(format, 1) }
    if style.wraps { format_set_text_wrap(format) }
    decorate(format, for: style.role)
    formats[style] = format
    return format
  }

  /// The format of numbers in the report's language: programs that know its code write its
  /// separators, whatever the language of the machine.
  func localized(_ format: String) -> String {
    guard !languageCode.isEmpty, !format.hasPrefix("@") else { return format }
    return format.split(separator: ";", omittingEmptySubsequences: false)
      .map { "[$-\(languageCode)]\($0)" }.joined(separator: ";")
  }

  /// Throws when the library reports an error.
  func check(_ code: lxw_error, _ action: @autoclosure () -> String) throws(WorkbookError) {
    guard code != LXW_NO_ERROR else { return }
    let message = lxw_strerror(code).map { String(cString: $0) } ?? ""
    throw .library(code: Int(code.rawValue), message: message, action: action())
  }

  private func decorate(_ format: UnsafeMutablePointer<lxw_format>, for role: CellStyle.Role) {
    switch role {
    case .body: break
    case .reportTitle:
      format_set_bold(format)
      format_set_font_size(format, 24)
      format_set_font_color(format, CellStyle.ink)
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 14)
      format_set_font_color(format, CellStyle.ink)
    case .subtitle:
      format_set_font_size(format, 14)
    case .header:
      format_set_bold(format)
      format_set_bg_color(format, CellStyle.headerFill)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bottom_color(format, CellStyle.ink)
    case .remark:
      format_set_font_color(format, CellStyle.muted)
    case .banner:
      format_set_bold(format)
      format_set_bg_color(format, CellStyle.bannerFill)
    case .link:
      format_set_font_color(format, CellStyle.ink)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    case .groupStart:
      format_set_bold(format)
      format_set_font_color(format, CellStyle.ink)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
      format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_top_color(format, CellStyle.line)
    case .total:
      format_set_bold(format)
      format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_top_color(format, CellStyle.ink)
    }
  }
}
