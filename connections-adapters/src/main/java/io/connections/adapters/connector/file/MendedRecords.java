package io.connections.adapters.connector.file;

import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.FileStore;
import io.connections.application.run.port.RecordSource;
import io.connections.application.run.port.RecordSources.Upload;
import io.connections.application.run.request.RejectedDownload;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileSelection;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// An uploaded file of mended records as a source of one part.
final class MendedRecords implements RecordSource {
    private static final int HEADER_BYTES = 256;

    private final Upload upload;
    private final Originals originals;
    private final FileLimits limits;

    MendedRecords(Upload upload, Originals originals, FileLimits limits) {
        this.upload = upload;
        this.originals = originals;
        this.limits = limits;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part(upload.name(), upload.size(), upload.uploaded()));
    }

    @Override
    public RecordReader open(Part part, Optional<Proof> proof)
            throws ConnectorFailed, SourceBroken {
        Optional<FileFormat> format =
                Optional.of(isOurDownload() ? RejectedDownload.FORMAT : originals.first().format());
        RecordReader reader =
                new FileRecordReader(
                        new UploadStore(part),
                        new FileSource(
                                new FileSelection(
                                        "",
                                        "*",
                                        FileSelection.Pick.NEWEST,
                                        FileSelection.Compression.AUTO,
                                        new AfterImport.Leave()),
                                format),
                        part,
                        proof,
                        limits);
        return format.equals(Optional.of(RejectedDownload.FORMAT))
                        && isDownload(reader.layout().fields())
                ? new DownloadReader(reader, originals, limits)
                : reader;
    }

    private boolean isDownload(List<String> fields) {
        return RejectedDownload.missing(fields).isEmpty() && !originals.have(fields);
    }

    private boolean isOurDownload() throws ConnectorFailed, SourceBroken {
        try (InputStream bytes = upload.open()) {
            byte[] head = bytes.readNBytes(HEADER_BYTES);
            return isDownload(
                    new ScannedFileBeginnings(limits).columns(head, RejectedDownload.FORMAT));
        } catch (IOException e) {
            throw Causes.rethrow(e);
        }
    }

    @Override
    public void conclude(Part part) {}

    @Override
    public void close() {}

    private final class UploadStore implements FileStore {
        private final RemoteFile file;

        UploadStore(Part part) {
            file = new RemoteFile(part.path(), part.path(), upload.size(), part.modified());
        }

        @Override
        public List<RemoteFile> list(String folder) {
            return List.of(file);
        }

        @Override
        public RemoteFile stat(String path) {
            return file;
        }

        @Override
        public InputStream read(String path) throws ConnectorFailed {
            try {
                return upload.open();
            } catch (IOException e) {
                throw new ConnectorFailed(
                        ConnectorFailed.Reason.OTHER,
                        "The uploaded file could not be read.",
                        "Upload it again.",
                        e);
            }
        }

        @Override
        public void move(String from, String to) {}

        @Override
        public void delete(String path) {}

        @Override
        public void close() {}
    }
}
