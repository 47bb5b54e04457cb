package com.tillhouse.webhooks.operate;

import com.tillhouse.core.config.MasterKeyFile;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Makes a master key in a new file that only its owner can read, and ends. Needs no database. */
public final class MasterKeyMaking {
    /** The word on the command line that asks for it; the file comes behind it. */
    public static final String NAME = "make-master-key";

    private static final int FAILED = 1;

    private MasterKeyMaking() {}

    /** Answers the exit code: 0 when the file was made, else 1. */
    public static int run(PrintStream out, String... arguments) {
        if (arguments.length != 1) {
            out.println("Say where to: " + NAME + " FILE");
            return FAILED;
        }
        try {
            MasterKeyFile.create(Path.of(arguments[0]));
        } catch (UncheckedIOException e) {
            out.println(e.getMessage() + ": " + e.getCause());
            return FAILED;
        }
        out.println(arguments[0] + " holds a fresh master key. Keep a copy where the database's backups are not.");
        return 0;
    }
}
