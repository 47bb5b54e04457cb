package com.tillhouse.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tillhouse.core.shared.AcrossTenants;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class AcrossTenantsTest {
    private final JavaClasses core = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.tillhouse.core");

    /** A new line here is a new way past the tenant boundary: it wants a reader, and a narrow policy in the database. */
    @Test
    void lookAcrossTenantsOnlyHere() {
        assertThat(core.stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(AcrossTenants.class))
                        .map(AcrossTenantsTest::signature))
                .containsExactlyInAnyOrder(
                        "ApiClientRepository.tenantOf",
                        "CaptureRepository.claimDue",
                        "CheckoutSessionRepository.overdue",
                        "DeliveryStore.claimDue",
                        "GatewayKeyStore.tenantsWithDue",
                        "SealedSecretStore.resealPlatform",
                        "GatewayAccountRepository.tenantOfRoute",
                        "IdempotencyStore.sweep",
                        "OperatorRepository.accesses",
                        "OperatorRepository.active",
                        "OperatorRepository.disable",
                        "OperatorRepository.enrol",
                        "OperatorRepository.tenants",
                        "InvitationRepository.tenantOf",
                        "MailStore.add",
                        "MailStore.claimDue",
                        "MailStore.record",
                        "MailStore.forget",
                        "PasswordStore.ask",
                        "PasswordStore.emailOf",
                        "PasswordStore.reset",
                        "PasswordStore.change",
                        "PaymentRepository.claimDue",
                        "RefundRepository.claimDue",
                        "FactorAttemptStore.clear",
                        "FactorAttemptStore.count",
                        "RecoveryCodeStore.left",
                        "RecoveryCodeStore.replace",
                        "RecoveryCodeStore.use",
                        "PasskeyRepository.add",
                        "PasskeyRepository.byId",
                        "PasskeyRepository.of",
                        "PasskeyRepository.remove",
                        "PasskeyRepository.rename",
                        "PasskeyRepository.used",
                        "PersonRepository.add",
                        "PersonRepository.byEmail",
                        "PersonRepository.byId",
                        "PersonRepository.tenantsOf",
                        "SignInStore.begin",
                        "SignInStore.find",
                        "SignInStore.seen",
                        "SignInStore.lasting",
                        "SignInStore.end",
                        "SignInStore.endOthers",
                        "TenantRepository.after");
    }

    /** What a process remembers without naming a tenant. */
    @Test
    void rememberAcrossTenantsOnlyHere() {
        assertThat(core.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.isAnnotatedWith(AcrossTenants.class))
                        .map(field -> field.getOwner().getSimpleName() + "." + field.getName()))
                .containsExactlyInAnyOrder("ClientDirectory.remembered", "FindApiClient.remembered");
    }

    private static String signature(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
