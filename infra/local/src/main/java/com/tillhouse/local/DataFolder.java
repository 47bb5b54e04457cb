package com.tillhouse.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where the local platform keeps what must survive restarts: database, sandbox, shop, secrets. One process at a time; the
 * lock goes with the process, however it ends.
 */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the folder if need be and locks it. */
    static DataFolder open(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            // released when the channel closes or the process ends
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new LocalStartException("Another local platform is running on the data folder " + path
                        + "; stop it, or start this one with --data=<another folder> --port-offset=<number>.");
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new LocalStartException(
                    "The data folder %s can't be made or written (%s)."
                            .formatted(path, e.getClass().getSimpleName() + ": " + e.getMessage()),
                    e);
        }
    }

    Path path() {
        return path;
    }

    /** A file or folder below it. */
    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
