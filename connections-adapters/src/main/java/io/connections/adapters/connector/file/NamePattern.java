package io.connections.adapters.connector.file;

/// A file name with `*` (any characters) and `?` (one character), compared with the whole name.
record NamePattern(String pattern) {
    boolean matches(String name) {
        int at = 0;
        int next = 0;
        int star = -1;
        int afterStar = 0;
        while (next < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                afterStar = next;
            } else if (at < pattern.length()
                    && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(next))) {
                at++;
                next++;
            } else if (star >= 0) {
                at = star + 1;
                next = ++afterStar;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
