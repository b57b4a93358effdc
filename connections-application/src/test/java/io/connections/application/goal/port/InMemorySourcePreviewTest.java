package io.connections.application.goal.port;

class InMemorySourcePreviewTest extends SourcePreviewContract {
    @Override
    protected SourcePreview previews() {
        return new InMemorySourcePreview();
    }
}
