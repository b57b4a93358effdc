package io.connections.application.run.port;

import io.connections.application.connection.port.Access;
import io.connections.application.connection.port.Connector;
import io.connections.application.connection.port.ConnectorFailed;
import io.connections.application.connection.port.FileStore;
import io.connections.application.connection.port.FileStore.RemoteFile;
import io.connections.application.connection.port.InMemoryFiles;
import io.connections.application.run.port.RecordSource.Layout;
import io.connections.application.run.port.RecordSource.Part;
import io.connections.application.run.port.RecordSource.Proof;
import io.connections.application.run.port.RecordSource.RecordReader;
import io.connections.application.run.port.RecordSource.SourceBroken;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.FileSelection.AfterImport;
import io.connections.domain.goal.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Every file is CSV with commas and a header, and only our own download quotes.
public final class InMemoryRecordSources implements RecordSources {
    static final FileFormat PLAIN_CSV =
            new FileFormat.Csv(Encoding.UTF_8, ',', Optional.of('"'), Optional.empty(), true);

    @Override
    public RecordSource files(Connector.Files connector, Access access, FileSource source)
            throws ConnectorFailed {
        return new Files(connector.open(access), source);
    }

    @Override
    public RecordSource mended(Upload upload, List<Original> originals) {
        return new Mended(upload, originals.getFirst().layout());
    }

    private record Files(FileStore store, FileSource source) implements RecordSource {
        @Override
        public List<Part> parts() throws ConnectorFailed {
            return InMemoryFiles.selected(store, source.selection()).stream()
                    .map(Files::part)
                    .toList();
        }

        @Override
        public List<String> leftOut() {
            return store.leftOut();
        }

        @Override
        public RecordReader open(Part part, Optional<Proof> proof)
                throws ConnectorFailed, SourceBroken {
            requireUnchanged(part);
            return new PlainCsvReader(
                    bytes(store.read(part.path())), List.of(), proof, () -> requireUnchanged(part));
        }

        private void requireUnchanged(Part part) throws ConnectorFailed, SourceBroken {
            if (!part(store.stat(part.path())).equals(part)) {
                throw PlainCsvReader.changed();
            }
        }

        @Override
        public void conclude(Part part) throws ConnectorFailed {
            boolean there =
                    store.list(source.selection().folder()).stream()
                            .map(Files::part)
                            .anyMatch(part::equals);
            if (there && source.selection().afterImport() instanceof AfterImport.MarkDone) {
                store.move(part.path(), part.path() + ".done");
            }
        }

        @Override
        public void close() {
            store.close();
        }

        private static Part part(RemoteFile file) {
            return new Part(file.path(), file.size(), file.modified());
        }
    }

    private record Mended(Upload upload, Layout original) implements RecordSource {
        @Override
        public List<Part> parts() {
            return List.of(new Part(upload.name(), upload.size(), upload.uploaded()));
        }

        @Override
        public RecordReader open(Part part, Optional<Proof> proof) throws SourceBroken {
            try {
                return new PlainCsvReader(bytes(upload.open()), original.fields(), proof, () -> {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void conclude(Part part) {}

        @Override
        public void close() {}
    }

    private static byte[] bytes(InputStream from) {
        try (from) {
            return from.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
