package io.connections.domain.goal;

import java.util.List;
import java.util.stream.LongStream;

/// The records from which a value was left out: the rest of such a record goes on, so nothing else
/// says so.
///
/// @param records how many, by the place of the mapping row; none where nothing was left out
public record LeftOut(List<Long> records) {
    public static final LeftOut NOTHING = new LeftOut(List.of());

    public LeftOut {
        records = List.copyOf(records);
    }

    static LeftOut of(long... records) {
        return new LeftOut(LongStream.of(records).boxed().toList());
    }

    public LeftOut plus(LeftOut more) {
        long[] sum = new long[Math.max(records.size(), more.records.size())];
        for (int row = 0; row < sum.length; row++) {
            sum[row] = of(row) + more.of(row);
        }
        return of(sum);
    }

    /// How many records the row has left a value out of.
    long of(int row) {
        return row < records.size() ? records.get(row) : 0;
    }
}
