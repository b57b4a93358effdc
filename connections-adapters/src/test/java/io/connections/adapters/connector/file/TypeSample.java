package io.connections.adapters.connector.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// What a type's files look like, and what reading them has to give.
///
/// @param skipped why there is nothing to read
/// @param records by the prepared goal's name, field by field
record TypeSample(
        @Nullable String skipped,
        List<SampleFile> files,
        Map<String, List<Map<String, String>>> records) {

    /// @param zip the name of the file inside, if it is packed
    record SampleFile(String path, @Nullable String zip, String text) {
        private byte[] bytes() throws IOException {
            if (zip == null) {
                return text.getBytes(UTF_8);
            }
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (ZipOutputStream out = new ZipOutputStream(packed)) {
                out.putNextEntry(new ZipEntry(zip));
                out.write(text.getBytes(UTF_8));
                out.closeEntry();
            }
            return packed.toByteArray();
        }
    }

    static TypeSample of(String type) throws IOException {
        return new YAMLMapper()
                .readValue(
                        Files.readString(Path.of("src/test/resources/samples", type + ".yaml")),
                        TypeSample.class);
    }

    /// Each a minute later than the one before.
    void putInto(Path folder) throws IOException {
        Instant at = Instant.parse("2026-11-24T06:00:00Z");
        for (SampleFile file : files) {
            Path target = folder.resolve(file.path());
            Files.createDirectories(target.getParent());
            Files.write(target, file.bytes());
            Files.setLastModifiedTime(target, FileTime.from(at));
            at = at.plusSeconds(60);
        }
    }
}
