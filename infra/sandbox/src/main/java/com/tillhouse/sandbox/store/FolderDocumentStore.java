package com.tillhouse.sandbox.store;

import com.tillhouse.sandbox.protocol.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** One file per document, written beside its place and then moved into it. */
public final class FolderDocumentStore implements DocumentStore {

    private static final String SUFFIX = ".json";

    private final Path folder;

    public FolderDocumentStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void save(String kind, String id, Object document) {
        try {
            Path home = Files.createDirectories(folder.resolve(kind));
            Path part = Files.createTempFile(home, "write-", ".part");
            Files.write(part, Json.PROTOCOL.writeValueAsBytes(document));
            Path place = home.resolve(kind + "-" + URLEncoder.encode(id, StandardCharsets.UTF_8) + SUFFIX);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot write to its data folder " + folder, e);
        }
    }

    @Override
    public <T> List<T> load(String kind, Class<T> type) {
        Path home = folder.resolve(kind);
        List<T> documents = new ArrayList<>();
        if (!Files.isDirectory(home)) {
            return documents;
        }
        try (Stream<Path> files = Files.list(home)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                documents.add(read(file, type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot read its data folder " + folder, e);
        }
        return documents;
    }

    private static <T> T read(Path file, Class<T> type) throws IOException {
        try {
            return Json.PROTOCOL.readValue(Files.readAllBytes(file), type);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "The sandbox cannot read " + file + ". Delete the file, or the whole data folder, to start anew.",
                    e);
        }
    }
}
