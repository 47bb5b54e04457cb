package com.tillhouse.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tillhouse.core.shared.Assurance;
import com.tillhouse.core.shared.TenantId;
import com.tillhouse.core.shared.UnitOfWork;
import com.tillhouse.core.trail.domain.Act;
import com.tillhouse.core.trail.domain.Actor;
import com.tillhouse.core.trail.usecase.RecordAct;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A page that forgets to say who acts must not act as the platform. */
class SignedInActorFilterTest {
    private static final String MEI = "6d1f3c0e-0000-4000-8000-000000000001";
    private final AtomicReference<Optional<Actor>> seen = new AtomicReference<>(Optional.empty());
    private final SignedInActorFilter filter =
            new SignedInActorFilter(new RecordAct(new Direct(), () -> Instant.parse("2026-11-22T12:00:00Z")));

    /** No note is ever pending here, so no transaction is asked for. */
    private static final class Direct implements UnitOfWork {
        @Override
        public <T> T inTenant(TenantId tenant, Supplier<T> work) {
            return work.get();
        }
    }

    private void pass(FilterChain chain) throws ServletException, IOException {
        filter.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), chain);
    }

    private void look() throws ServletException, IOException {
        pass((request, response) -> seen.set(Act.current().map(Act::actor)));
    }

    private static void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        new SignedInMember(MEI, "mei@kaya.example"), null, List.of()));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void takesARequestForThePersonsWithNothingShown() throws ServletException, IOException {
        signIn();
        look();
        Actor actor = seen.get().orElseThrow();
        assertThat(actor.kind()).isEqualTo(Actor.Kind.MEMBER);
        assertThat(actor.id()).isEqualTo(MEI);
        assertThat(actor.assurance()).isEqualTo(Assurance.SESSION);
    }

    @Test
    void leavesTheRequestsOfNobodyAlone() throws ServletException, IOException {
        look();
        assertThat(seen.get()).isEmpty();
    }

    @Test
    void handsOnWhatGoesWrong() {
        signIn();
        assertThatThrownBy(() -> pass((request, response) -> {
                    throw new ServletException("late");
                }))
                .isInstanceOf(ServletException.class)
                .hasMessage("late");
        assertThatThrownBy(() -> pass((request, response) -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IOException.class);
    }
}
