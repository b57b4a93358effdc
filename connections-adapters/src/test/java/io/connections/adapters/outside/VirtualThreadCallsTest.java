package io.connections.adapters.outside;

import io.connections.application.kernel.port.OutsideCalls;
import io.connections.application.kernel.port.OutsideCallsContract;
import org.junit.jupiter.api.AfterEach;

class VirtualThreadCallsTest extends OutsideCallsContract {
    private final VirtualThreadCalls calls = new VirtualThreadCalls();

    @AfterEach
    void close() {
        calls.close();
    }

    @Override
    protected OutsideCalls calls() {
        return calls;
    }
}
