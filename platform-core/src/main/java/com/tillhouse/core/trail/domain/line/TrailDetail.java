package com.tillhouse.core.trail.domain.line;

/** What a line of the trail tells; each kind has its own record. */
public sealed interface TrailDetail
        permits TrailApiCall,
                TrailApiRefusal,
                TrailCreation,
                TrailDecision,
                TrailDelivery,
                TrailEvent,
                TrailGatewayCall,
                TrailMove,
                TrailNotification {}
