package com.tillhouse.canary.insideknowsonlythejdkanditself.core.checkout.domain;

import org.springframework.data.domain.Pageable;

interface WrongDomain {
    Pageable page();
}
