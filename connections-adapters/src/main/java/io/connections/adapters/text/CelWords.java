package io.connections.adapters.text;

/// What CEL's parser, checker and evaluator say, in words for people. They speak in the names of
/// their grammar, over several lines, and list every token they would have taken.
final class CelWords {
    private CelWords() {}

    /// Completes *… cannot be read at line 1, character 8: …*.
    static String ofFault(String message) {
        String line = firstLine(message);
        if (line.startsWith("undeclared reference to ")) {
            return "nothing is called \"%s\"; there are value, values, record and CEL's functions"
                    .formatted(quoted(line));
        }
        if (line.startsWith("found no matching overload for ")) {
            return "\"%s\" is not known or does not fit the values it stands with"
                    .formatted(operator(quoted(line)));
        }
        if (line.startsWith("token recognition error")) {
            return "\"%s\" cannot be read; perhaps a quote is missing".formatted(quoted(line));
        }
        if (quoted(line).equals("<EOF>")) {
            return "the formula ends too early";
        }
        if (line.startsWith("mismatched input ")
                || line.startsWith("extraneous input ")
                || line.startsWith("no viable alternative ")) {
            return "\"%s\" is not expected there".formatted(quoted(line));
        }
        return withoutStop(line);
    }

    /// Completes *The value … makes the expression fail: …*.
    static String ofFailure(String message) {
        String line = firstLine(message);
        int said = line.startsWith("evaluation error") ? line.indexOf(": ") : -1;
        String reason = said < 0 ? line : line.substring(said + 2);
        return reason.startsWith("key ") && reason.contains(" is not present in map")
                ? "the record has no field \"%s\"".formatted(quoted(reason))
                : withoutStop(reason);
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").strip();
    }

    private static String withoutStop(String line) {
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    /// What stands between the first quote and its end.
    private static String quoted(String line) {
        int begin = line.indexOf('\'');
        int closing = line.indexOf("' ", begin + 1);
        int end = closing < 0 ? line.lastIndexOf('\'') : closing;
        return end > begin ? line.substring(begin + 1, end) : "";
    }

    /// `_+_` is how CEL names what people write as `+`.
    private static String operator(String name) {
        return name.startsWith("_") && name.endsWith("_") && name.length() > 2
                ? name.substring(1, name.length() - 1)
                : name;
    }
}
