package io.connections.api.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.api.problem.RequestRefused;
import io.connections.application.kernel.port.OutsideCalls;
import io.connections.application.run.request.MendedFile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.unchecked.Unchecked;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M17")
class UploadSpoolTest {
    private static final Path FOLDER = Path.of(System.getProperty("java.io.tmpdir"));
    private final UploadSpool spool = new UploadSpool(new AtOnce(), 3_000_000);

    @Test
    void whatIsSentComesBackInPieces() throws IOException {
        byte[] sent = new byte[2_500_000];
        new java.util.Random(7).nextBytes(sent);

        MendedFile.Kept kept =
                spool.of(new ByteArrayInputStream(sent)).keep().await().indefinitely();
        List<byte[]> pieces = kept.pieces().collect().asList().await().indefinitely();
        kept.discard();

        assertThat(pieces)
                .extracting(piece -> piece.length)
                .containsExactly(1 << 20, 1 << 20, 402_848);
        var joined = new java.io.ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            joined.write(piece);
        }
        assertThat(joined.toByteArray()).isEqualTo(sent);
    }

    @Test
    void anUploadLeavesNothingOnTheDiskHoweverItEnds() {
        List<Path> before = uploads();
        List<Path> meanwhile = new ArrayList<>();
        InputStream breaksOff =
                new InputStream() {
                    private int left = 100_000;

                    @Override
                    public int read() throws IOException {
                        if (left-- == 0) {
                            meanwhile.addAll(uploads());
                            throw new IOException("the sender has gone");
                        }
                        return 'x';
                    }

                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        into[from] = (byte) read();
                        return 1;
                    }
                };

        assertThatThrownBy(() -> spool.of(breaksOff).keep().await().indefinitely())
                .hasMessageContaining("the sender has gone");

        assertThat(meanwhile).as("even now, should the process be killed").isEqualTo(before);
        assertThat(uploads()).isEqualTo(before);
    }

    @Test
    void anUploadThatIsTooLongIsRefused() {
        InputStream sent = new ByteArrayInputStream(new byte[3_000_001]);

        assertThatThrownBy(() -> spool.of(sent).keep().await().indefinitely())
                .isInstanceOf(RequestRefused.class)
                .hasMessageContaining("3,000,000 bytes");
    }

    private static List<Path> uploads() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".upload"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class AtOnce implements OutsideCalls {
        @Override
        public <T> Uni<T> call(Callable<T> call, Duration limit) {
            return Uni.createFrom().item(Unchecked.supplier(call::call));
        }
    }
}
