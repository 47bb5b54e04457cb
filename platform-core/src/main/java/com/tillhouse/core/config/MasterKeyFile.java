package com.tillhouse.core.config;

import com.tillhouse.core.adapter.vault.MasterKey;
import java.nio.file.Path;

/** Makes files that hold a master key, for operators. */
public final class MasterKeyFile {
    private MasterKeyFile() {}

    /** Writes a fresh master key to a new file that only its owner can read. Fails when there is such a file. */
    public static void create(Path file) {
        MasterKey.create(file);
    }
}
