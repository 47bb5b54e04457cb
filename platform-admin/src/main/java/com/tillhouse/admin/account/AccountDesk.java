package com.tillhouse.admin.account;

import com.tillhouse.admin.access.CurrentSignIn;
import com.tillhouse.admin.access.MemberActs;
import com.tillhouse.admin.access.TenantAccess;
import com.tillhouse.core.signin.domain.SignIn;
import com.tillhouse.core.signin.usecase.ChangePassword;
import com.tillhouse.core.signin.usecase.EndSignIn;
import com.tillhouse.core.signin.usecase.FollowSignIn;
import com.tillhouse.core.tenant.PersonId;
import java.util.List;
import org.springframework.stereotype.Component;

/** A signed-in person's only way to its own sign-ins: whose they are is never taken from the page. */
@Component
final class AccountDesk {
    private final TenantAccess access;
    private final MemberActs acts;
    private final CurrentSignIn current;
    private final FollowSignIn signIns;
    private final EndSignIn end;
    private final ChangePassword passwords;

    AccountDesk(
            TenantAccess access,
            MemberActs acts,
            CurrentSignIn current,
            FollowSignIn signIns,
            EndSignIn end,
            ChangePassword passwords) {
        this.access = access;
        this.acts = acts;
        this.current = current;
        this.signIns = signIns;
        this.end = end;
        this.passwords = passwords;
    }

    String email() {
        return access.member().email();
    }

    /** The sign-in of the browser at hand; empty when it is not followed. */
    String here() {
        return current.id().orElse("");
    }

    List<SignIn> signIns() {
        return signIns.of(me());
    }

    void end(String id) {
        acts.record(() -> {
            end.revoke(me(), id);
            return id;
        });
    }

    int endOthers() {
        return acts.record(() -> end.revokeOthers(me(), here()));
    }

    /** The sign-in of the browser at hand goes on. */
    void changePassword(String old, String wanted) {
        acts.record(() -> {
            passwords.change(me(), old, wanted, here());
            return true;
        });
    }

    private PersonId me() {
        return access.member().id();
    }
}
