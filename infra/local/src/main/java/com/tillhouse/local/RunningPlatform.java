package com.tillhouse.local;

import com.tillhouse.local.app.App;
import com.tillhouse.webhooks.operate.AuditCheck;
import com.tillhouse.webhooks.operate.InvariantCheck;
import java.nio.file.Path;

/** A local platform that another process runs, found by the files that it writes. */
record RunningPlatform(PlatformFile file, LocalSecrets secrets, Path masterKey) {

    static RunningPlatform of(LocalOptions options) {
        PlatformFile file = read(options.json(), PlatformFile.class);
        LocalSecrets secrets = read(options.data().resolve("secrets.json"), LocalSecrets.class);
        return new RunningPlatform(file, secrets, options.data().resolve("master.key"));
    }

    private static <T> T read(Path file, Class<T> type) {
        return new PrivateFile(file)
                .read(type)
                .orElseThrow(() -> new LocalStartException(
                        "No platform has run here: %s is missing. Start one first, then ask again beside it."
                                .formatted(file)));
    }

    /** The operators' command, with this platform's settings. Answers its exit code. */
    int checkInvariants() {
        return InvariantCheck.run(System.out, settings());
    }

    /** The operators' command, with this platform's settings. Answers its exit code. */
    int verifyAudit() {
        return AuditCheck.run(System.out, settings());
    }

    private String[] settings() {
        return new String[] {
            "--spring.datasource.url=" + file.database().url(),
            "--spring.datasource.username=app_rw",
            "--spring.datasource.password=" + secrets.appPassword(),
            "--spring.main.banner-mode=off",
            App.WEBHOOKS.ownAutoConfigurations(),
            "--tillhouse.public-webhooks-url=" + file.webhooks(),
            "--tillhouse.vault.master-key-file=" + masterKey
        };
    }
}
