package com.tillhouse.local;

import java.nio.file.Path;

/**
 * What the command line asks for.
 *
 * @param act what to do
 * @param data where data is kept over restarts
 * @param portOffset added to every port
 * @param json the file that tells scripts where everything is
 * @param holdWebhooks true to let the demo shop leave webhooks without an answer
 * @param stopWithParent true to stop when the process that started this one ends, as Maven does not pass its end on
 */
record LocalOptions(Act act, Path data, int portOffset, Path json, boolean holdWebhooks, boolean stopWithParent) {
    /** Run until stopped; make one purchase and stop; or look whether money, or the audit trails, of the platform that runs already are right. */
    enum Act {
        SERVE,
        CHECK,
        CHECK_INVARIANTS,
        VERIFY_AUDIT
    }

    static final String USAGE = """
            Options: --check              make one purchase through the real interfaces, then stop; exit code 0 if it was paid
                     --check-invariants   look whether all money is right in the platform that runs already; exit code 0 if it is
                     --verify-audit       verify the audit trails of the platform that runs already; exit code 0 if they hold
                     --data=FOLDER        where data is kept over restarts (.local)
                     --port-offset=NUMBER added to every port (0)
                     --json=FILE          where to write addresses and sign-ins (target/local/platform.json)
                     --hold-webhooks      the demo shop leaves webhooks unanswered, to watch retries and restarts
                     --stop-with-parent   stop when the process that started this one ends
            """;

    /** Not below {@code target}: {@code clean} would take the database with it. */
    private static final LocalOptions DEFAULTS = new LocalOptions(
            Act.SERVE, Path.of(".local"), 0, Path.of("target", "local", "platform.json"), false, false);

    static LocalOptions parse(String... arguments) {
        LocalOptions options = DEFAULTS;
        for (String argument : arguments) {
            options = options.with(argument);
        }
        return options;
    }

    private LocalOptions with(String argument) {
        String value = argument.substring(argument.indexOf('=') + 1);
        return switch (argument.replaceFirst("=.*", "=")) {
            case "--check" -> new LocalOptions(Act.CHECK, data, portOffset, json, holdWebhooks, stopWithParent);
            case "--check-invariants" ->
                new LocalOptions(Act.CHECK_INVARIANTS, data, portOffset, json, holdWebhooks, stopWithParent);
            case "--verify-audit" ->
                new LocalOptions(Act.VERIFY_AUDIT, data, portOffset, json, holdWebhooks, stopWithParent);
            case "--data=" -> new LocalOptions(act, Path.of(value), portOffset, json, holdWebhooks, stopWithParent);
            case "--port-offset=" -> new LocalOptions(act, data, offset(value), json, holdWebhooks, stopWithParent);
            case "--json=" -> new LocalOptions(act, data, portOffset, Path.of(value), holdWebhooks, stopWithParent);
            case "--hold-webhooks" -> new LocalOptions(act, data, portOffset, json, true, stopWithParent);
            case "--stop-with-parent" -> new LocalOptions(act, data, portOffset, json, holdWebhooks, true);
            default -> throw new LocalStartException("Unknown option " + argument + ".\n" + USAGE);
        };
    }

    private static int offset(String value) {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 11_000) {
            throw new LocalStartException("--port-offset takes a number from 0 to 11000, not " + value + ".");
        }
        return Integer.parseInt(value);
    }
}
