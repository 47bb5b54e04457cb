package com.tillhouse.sandbox.gateway;

import com.tillhouse.sandbox.checkout.InquirePayment;
import com.tillhouse.sandbox.checkout.OpenSession;
import com.tillhouse.sandbox.followup.CancelPayment;
import com.tillhouse.sandbox.followup.CapturePayment;
import com.tillhouse.sandbox.followup.InquireRefund;
import com.tillhouse.sandbox.followup.RefundPayment;

/** What stands behind the gateway's calls, one for each. */
public record PaymentApis(
        OpenSession openSession,
        InquirePayment inquirePayment,
        CancelPayment cancel,
        RefundPayment refund,
        InquireRefund inquireRefund,
        CapturePayment capture) {}
