package com.tillhouse.admin.keys;

import com.tillhouse.core.gatewaykey.domain.KeyProofFailedException;
import com.tillhouse.core.gatewaykey.domain.KeyRefusedException;
import com.tillhouse.core.gatewaykey.domain.KeyStateException;
import com.tillhouse.core.gatewaykey.usecase.FindGatewayKeys;
import com.tillhouse.core.shared.InvalidRequestException;
import com.tillhouse.core.shared.Mode;
import com.tillhouse.core.shared.Violation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import java.util.Optional;
import java.util.stream.Collectors;

/** The business and the mode that a page is about, and how its cards do what was clicked. */
record KeysPlace(KeysDesk desk, String slug, Mode mode) {
    private static final int SHOWN_FOR_MILLIS = 4_000;

    Optional<FindGatewayKeys.Overview> find() {
        return desk.find(slug, mode);
    }

    /** Does it and shows the page anew; what can't be done is answered in plain words, beside what was clicked. */
    void act(Runnable work, String done, Answer answer) {
        desk.begin(() -> proved(work, done, answer));
    }

    private static void proved(Runnable work, String done, Answer answer) {
        try {
            work.run();
        } catch (KeyRefusedException e) {
            answer.show(e.detail());
            return;
        } catch (KeyStateException e) {
            answer.show(e.detail());
            return;
        } catch (KeyProofFailedException e) {
            answer.show(e.detail());
            return;
        } catch (InvalidRequestException e) {
            answer.show(e.violations().stream().map(KeysPlace::sentence).collect(Collectors.joining(" ")));
            return;
        }
        Notification.show(done, SHOWN_FOR_MILLIS, Notification.Position.BOTTOM_START);
        UI.getCurrent().refreshCurrentRoute(true);
    }

    /** {@code /client_id is a sandbox id.} is {@code The client id is a sandbox id.} */
    private static String sentence(Violation violation) {
        return "The " + violation.pointer().replace("/", "").replace('_', ' ') + " " + violation.detail();
    }
}
