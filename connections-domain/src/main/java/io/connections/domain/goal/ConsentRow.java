package io.connections.domain.goal;

import java.util.List;
import java.util.Optional;

/// External field → processors → what the person says of consent. A value that says nothing clear
/// rejects the record: what cannot be read is not guessed.
///
/// @param field absent for a row that starts from no value and has a processor that makes one
public record ConsentRow(
        Optional<String> field, List<Processor> processors, ConsentMeaning meaning) {
    public ConsentRow {
        processors = List.copyOf(processors);
    }
}
