package io.connections.adapters.connector.file;

import io.connections.application.goal.port.SourcePreview;
import io.connections.application.goal.port.SourcePreviewContract;

class FileSourcePreviewContractTest extends SourcePreviewContract {
    @Override
    protected SourcePreview previews() {
        return new FileSourcePreview(FileLimits.DEFAULT);
    }
}
