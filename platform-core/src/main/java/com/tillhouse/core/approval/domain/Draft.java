package com.tillhouse.core.approval.domain;

import com.tillhouse.core.audit.domain.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An act exactly as it is to be carried out.
 *
 * @param objectId what it is done to
 * @param parameters all that it needs to know besides; never a secret
 */
public record Draft(ProposedAct act, String objectId, SortedMap<String, String> parameters) {
    public Draft {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** Of these parameters. */
    public static Draft of(ProposedAct act, String objectId, Map<String, String> parameters) {
        return new Draft(act, objectId, new TreeMap<>(parameters));
    }

    /** The parameters in the one form that is kept and hashed. */
    public String text() {
        return JsonText.object(parameters);
    }

    /** Over all of it and what the object was like; the database makes sure of the same. */
    public byte[] hash(String basis) {
        String all = String.join("\n", act.name(), objectId, text(), basis);
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
