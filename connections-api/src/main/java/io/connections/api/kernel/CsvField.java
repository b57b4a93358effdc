package io.connections.api.kernel;

/// A field of a download (RFC 4180), always quoted.
public final class CsvField {
    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n";

    private CsvField() {}

    /// For people: strangers write what stands in it, and a spreadsheet would run what looks like a
    /// formula. It gets an apostrophe in front.
    public static String harmless(String text) {
        boolean formula = !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0;
        return exact(formula ? "'" + text : text);
    }

    /// For machines, which need it back as it was.
    public static String exact(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
