package io.connections.domain.goal;

import io.connections.domain.profile.PropertyId;
import java.util.List;
import java.util.Optional;

/// External field → processors → profile property. A row without a field starts from no value and
/// needs a processor that makes one (fixed value, concatenate, expression).
public record MappingRow(
        Optional<String> field,
        List<Processor> processors,
        PropertyId property,
        Strategy strategy,
        Restriction restriction,
        OnBadValue onBadValue) {
    public MappingRow {
        processors = List.copyOf(processors);
    }
}
