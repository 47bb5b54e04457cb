package com.tillhouse.admin.operate;

import com.tillhouse.core.config.OperatorInstaller;
import com.tillhouse.core.operator.usecase.EnrolOperator;
import com.tillhouse.core.shared.NotFoundException;
import com.tillhouse.core.tenant.EmailAddress;
import java.io.PrintStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/**
 * Makes somebody an operator, or takes it back, and ends. Signs in to the database as {@code owner}, with what migrations use: {@code TILLHOUSE_DATABASE_URL}
 * and {@code TILLHOUSE_OWNER_PASSWORD}. Somebody new gets a password, which is printed this once. Safe beside the running platform.
 */
public final class OperatorEnrolment {
    /** The word on the command line that makes an operator. */
    public static final String ENROL = "enrol-operator";

    /** The word that takes it back. */
    public static final String DISABLE = "disable-operator";

    private static final int REFUSED = 1;
    private static final int PASSWORD_BITS = 100;
    private static final int LETTERS_AND_DIGITS = 36;

    private OperatorEnrolment() {}

    /** True when the command line asks for one of the two. */
    public static boolean asked(String... arguments) {
        return arguments.length > 0 && (arguments[0].equals(ENROL) || arguments[0].equals(DISABLE));
    }

    /** Runs {@code enrol-operator E-MAIL} or {@code disable-operator E-MAIL}. Answers the exit code: 0 when it is done. */
    public static int run(PrintStream out, Map<String, String> environment, String... arguments) {
        Optional<EmailAddress> email = arguments.length == 2 ? EmailAddress.read(arguments[1]) : Optional.empty();
        String url = environment.get("TILLHOUSE_DATABASE_URL");
        String password = environment.get("TILLHOUSE_OWNER_PASSWORD");
        if (email.isEmpty() || url == null || password == null) {
            out.printf(
                    "Usage: %s E-MAIL, with TILLHOUSE_DATABASE_URL and TILLHOUSE_OWNER_PASSWORD in the environment.%n",
                    arguments[0]);
            return REFUSED;
        }
        EnrolOperator enrolment = new OperatorInstaller(url, password).enrolment();
        return arguments[0].equals(ENROL) ? enrol(out, enrolment, email.get()) : disable(out, enrolment, email.get());
    }

    private static int enrol(PrintStream out, EnrolOperator enrolment, EmailAddress email) {
        String password = new BigInteger(PASSWORD_BITS, new SecureRandom()).toString(LETTERS_AND_DIGITS);
        if (enrolment.enrol(email, password)) {
            out.printf("%s is an operator now. Password: %s%n", email, password);
        } else {
            out.printf("%s is an operator now, with the password it had.%n", email);
        }
        return 0;
    }

    private static int disable(PrintStream out, EnrolOperator enrolment, EmailAddress email) {
        try {
            enrolment.disable(email);
            out.printf("%s is no operator any more; what it had open counts no more.%n", email);
            return 0;
        } catch (NotFoundException e) {
            out.printf("%s is no operator.%n", email);
            return REFUSED;
        }
    }
}
