package io.connections.application.kernel.port;

class BlockingOutsideCallsTest extends OutsideCallsContract {
    @Override
    protected OutsideCalls calls() {
        return new BlockingOutsideCalls();
    }
}
