package io.connections.adapters.connector.file;

import io.connections.domain.goal.InputRecord;
import java.util.List;
import java.util.Map;

/// A record that stands elsewhere than where its scanner met it.
record PlacedRecord(InputRecord record, long number, long line) implements InputRecord {
    @Override
    public List<String> values(String field) {
        return record.values(field);
    }

    @Override
    public Map<String, List<String>> fields() {
        return record.fields();
    }

    @Override
    public String raw() {
        return record.raw();
    }
}
