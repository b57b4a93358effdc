package io.connections.adapters.text;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayDeque;
import java.util.Deque;

/// How long a pattern is once its counted repetitions are written out. Rather too long than too
/// short, and exact enough to tell a pattern from a bomb.
final class Repetitions {
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,4})(,(\\d{0,4}))?\\}");

    /// Sizes of the open groups, the innermost first.
    private final Deque<Long> groups = new ArrayDeque<>();

    private long size;
    private long last;

    private Repetitions() {}

    static long unfold(String source) {
        Repetitions walk = new Repetitions();
        for (int at = 0; at < source.length(); ) {
            at = walk.step(source, at);
        }
        walk.groups.forEach(open -> walk.size += open);
        return walk.size;
    }

    private int step(String source, int at) {
        return switch (source.charAt(at)) {
            case '\\' -> one(at + 2);
            case '[' -> one(endOfClass(source, at));
            case '(' -> {
                groups.push(size);
                size = 0;
                yield at + 1;
            }
            case ')' -> {
                last = size;
                size += groups.isEmpty() ? 0 : groups.pop();
                yield at + 1;
            }
            case '{' -> repeat(source, at);
            default -> one(at + 1);
        };
    }

    private int one(int next) {
        last = 1;
        size++;
        return next;
    }

    private int repeat(String source, int at) {
        Matcher count = COUNT.matcher(source);
        if (!count.find(at) || count.start() != at) {
            return one(at + 1);
        }
        String most = count.group(3) == null ? "" : count.group(3);
        long times = Long.parseLong(most.isEmpty() ? count.group(1) : most);
        size += last * Math.max(0, times - 1);
        last *= Math.max(1, times);
        return count.end();
    }

    private static int endOfClass(String source, int at) {
        int next = at + 1;
        if (source.startsWith("^", next)) {
            next++;
        }
        // A bracket that comes first stands for itself.
        next++;
        while (next < source.length() && source.charAt(next) != ']') {
            if (source.charAt(next) == '\\') {
                next++;
            } else if (source.startsWith("[:", next)) {
                next = Math.max(next, source.indexOf(":]", next) + 1);
            }
            next++;
        }
        return next + 1;
    }
}
