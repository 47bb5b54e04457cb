package com.tillhouse.api;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Counts the transactions that are begun on the database. */
final class CountedTransactions implements TransactionExecutionListener {
    private final AtomicInteger begun = new AtomicInteger();

    int begun() {
        return begun.get();
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        begun.incrementAndGet();
    }
}
