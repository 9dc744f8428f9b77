// First: it states the order of the cascade layers.
import './styles/index.css';
import { ApolloProvider } from '@apollo/client/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from './api/client.ts';
import { createAppRouter } from './routes.tsx';

const api = createApi({
  origin: window.location.origin,
  onSignedOut: () => void router.navigate({ to: '/sign-in', search: {}, replace: true }),
});
const router = createAppRouter(api);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <ApolloProvider client={api.client}>
      <RouterProvider router={router} />
    </ApolloProvider>
  </StrictMode>,
);
