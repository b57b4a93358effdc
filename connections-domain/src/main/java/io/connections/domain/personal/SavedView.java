package io.connections.domain.personal;

import io.connections.domain.kernel.Naming;
import io.connections.domain.kernel.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A list as somebody likes to see it, by a name of their own. Nobody else sees it.
///
/// @param list which list: `connections`
public record SavedView(ViewId id, String list, String name, ViewState state) {
    public static final int MAX_NAME = 60;
    public static final int MOST = 50;

    public SavedView {
        name = name.strip();
    }

    /// Two names that differ in case alone are the same.
    public String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    /// What cannot be kept, pointed at in the request.
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        if (!Word.isOne(list)) {
            found.add(new Violation("/list", "not-a-word", "list is " + Word.RULE));
        }
        found.addAll(Naming.violations("/name", name, "the view", MAX_NAME));
        found.addAll(state.violations("/state"));
        return found;
    }
}
