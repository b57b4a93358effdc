package io.connections.domain.inpage;

import io.connections.domain.goal.ImportPlan;
import io.connections.domain.goal.InputRecord;
import io.connections.domain.profile.Identifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one page said, with who provably looked at it.
public final class PageRecord implements InputRecord {
    private final long number;
    private final Map<String, List<String>> fields;

    /// @param number in the order in which pages said it
    /// @param said by variable
    /// @param wanted the variables that count
    public PageRecord(
            long number,
            Map<String, List<String>> said,
            Set<String> wanted,
            Collection<Identifier> proven) {
        this.number = number;
        Map<String, List<String>> kept = new HashMap<>(said);
        kept.keySet().retainAll(wanted);
        proven.forEach(
                each -> kept.put(ImportPlan.fieldOf(each.property()), List.of(each.value())));
        this.fields = Map.copyOf(kept);
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public long line() {
        return number;
    }

    @Override
    public List<String> values(String field) {
        return fields.getOrDefault(field, List.of());
    }

    @Override
    public Map<String, List<String>> fields() {
        return fields;
    }

    /// Nothing: what a page said is not kept where others read it.
    @Override
    public String raw() {
        return "";
    }
}
