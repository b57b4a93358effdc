package io.connections.api.visitor;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/// Memory that many strangers share, none of whom gets more than a part of it: one who sends slowly
/// and much must not keep out all others. Strangers share places as with [Pace].
final class BytesAtOnce {
    /// How many of them it takes at least to use up everything.
    static final int PARTS = 8;

    private static final int PLACES = 1 << 12;

    private final long most;
    private final int secret = new SecureRandom().nextInt();
    private final AtomicLong all = new AtomicLong();
    private final AtomicLongArray each = new AtomicLongArray(PLACES);

    BytesAtOnce(long most) {
        this.most = most;
    }

    /// @return whether there was room; nothing is taken where there was not
    boolean take(String who, int bytes) {
        int place = place(who);
        if (all.addAndGet(bytes) <= most) {
            if (each.addAndGet(place, bytes) <= most / PARTS) {
                return true;
            }
            each.addAndGet(place, -bytes);
        }
        all.addAndGet(-bytes);
        return false;
    }

    void giveBack(String who, int bytes) {
        each.addAndGet(place(who), -bytes);
        all.addAndGet(-bytes);
    }

    long taken() {
        return all.get();
    }

    private int place(String who) {
        int hash = (who.hashCode() ^ secret) * 0x9E3779B9;
        return (hash >>> 20) & (PLACES - 1);
    }
}
