package com.tillhouse.canary.insideknowsonlythejdkanditself.core.checkout.usecase;

import org.springframework.stereotype.Service;

@Service
final class WrongUseCase {}
