package com.tillhouse.local.app;

import java.util.concurrent.CountDownLatch;

/**
 * The way of one request through its transactions and its calls to Antom. Every place it comes by is told on standard output; at the place it was sent
 * to, it stands still for ever, so that the process can be killed right there.
 */
final class Walk {
    static final String NAME = "Walk-Name";
    static final String STOP = "Walk-Stop";

    private static final ScopedValue<Walk> CURRENT = ScopedValue.newInstance();

    private final String name;
    private final String stop;
    private int transactions;
    private int calls;
    private boolean inTransaction;

    private Walk(String name, String stop) {
        this.name = name;
        this.stop = stop;
    }

    /** Walks on this thread. */
    static <X extends Exception> void walk(String name, String stop, ScopedValue.CallableOp<Void, X> work) throws X {
        try {
            ScopedValue.where(CURRENT, new Walk(name, stop)).call(work);
        } finally {
            System.out.println("ENDED " + name);
        }
    }

    /** The work of a transaction, which may join a running one. */
    static <T> T transaction(ScopedValue.CallableOp<T, RuntimeException> work, Transaction<T> transaction) {
        if (!CURRENT.isBound() || CURRENT.get().inTransaction) {
            return transaction.run(work);
        }
        return CURRENT.get().through(work, transaction);
    }

    private <T> T through(ScopedValue.CallableOp<T, RuntimeException> work, Transaction<T> transaction) {
        int number = ++transactions;
        inTransaction = true;
        try {
            T result = transaction.run(() -> {
                T done = work.call();
                comeBy("transaction-" + number + "-written");
                return done;
            });
            comeBy("transaction-" + number + "-committed");
            return result;
        } finally {
            inTransaction = false;
        }
    }

    /** A call to Antom. */
    static <T, X extends Throwable> T call(ScopedValue.CallableOp<T, X> call) throws X {
        if (!CURRENT.isBound()) {
            return call.call();
        }
        Walk walk = CURRENT.get();
        int number = ++walk.calls;
        walk.comeBy("call-" + number + "-to-be-sent");
        T answer = call.call();
        walk.comeBy("call-" + number + "-answered");
        return answer;
    }

    private void comeBy(String place) {
        boolean here = place.equals(stop);
        System.out.println((here ? "STANDS " : "PASSED ") + name + " " + place);
        if (here) {
            standStill();
        }
    }

    private static void standStill() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("was to stand still until the process is killed", e);
        }
    }

    /** Begins a transaction, does the work in it and commits. */
    interface Transaction<T> {
        T run(ScopedValue.CallableOp<T, RuntimeException> work);
    }
}
