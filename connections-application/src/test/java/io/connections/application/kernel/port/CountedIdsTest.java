package io.connections.application.kernel.port;

class CountedIdsTest extends IdsContract {
    private final Ids ids = new CountedIds();

    @Override
    protected Ids ids() {
        return ids;
    }

    /// They count instead.
    @Override
    protected void later() {}
}
