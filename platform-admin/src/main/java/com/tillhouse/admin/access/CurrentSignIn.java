package com.tillhouse.admin.access;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which of a person's sign-ins is the one of the browser in front of it. */
@Component
public final class CurrentSignIn {
    CurrentSignIn() {}

    /** Its id, if it is followed. */
    public Optional<String> id() {
        VaadinSession session = VaadinSession.getCurrent();
        Object known = session == null || session.getSession() == null
                ? null
                : session.getSession().getAttribute(FollowedSignIn.ATTRIBUTE);
        return known instanceof FollowedSignIn followed ? Optional.of(followed.id()) : Optional.empty();
    }
}
