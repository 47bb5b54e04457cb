package com.tillhouse.local.postgres;

import com.tillhouse.local.LocalStartException;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the jar that Maven Central has for this kind of machine. */
final class PostgresBinaries {
    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Unpacks into a folder below the parent unless an earlier start did; half an unpacking is never used. */
    static PostgresBinaries unpackInto(Path parent) throws IOException {
        Path ready = parent.resolve("postgres-programs-" + fingerprint());
        if (!Files.exists(ready)) {
            Path unfinished = parent.resolve(ready.getFileName() + ".unfinished");
            deleteTree(unfinished);
            unpack(Files.createDirectories(unfinished));
            Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(ready);
    }

    /** The path of one program, such as {@code initdb}. */
    Path program(String name) {
        return folder.resolve("bin").resolve(isWindows() ? name + ".exe" : name);
    }

    /** Names the folder by its content, so that other binaries get another folder. */
    private static String fingerprint() throws IOException {
        try (InputStream packed = packed()) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(packed.readAllBytes());
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static InputStream packed() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String kind = system.startsWith("win") ? "Windows" : system.startsWith("mac") ? "Darwin" : "Linux";
        InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(kind, System.getProperty("os.arch"));
        if (packed == null) {
            throw new LocalStartException(
                    "There is no ready-made PostgreSQL for %s on %s; point SPRING_DATASOURCE_URL at one that runs."
                            .formatted(kind, System.getProperty("os.arch")));
        }
        return packed;
    }

    private static void unpack(Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target.resolve(entry.getName()).normalize(), target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file, Path target) throws IOException {
        if (!file.startsWith(target)) {
            throw new IOException("entry leaves the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0 && !isWindows()) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
